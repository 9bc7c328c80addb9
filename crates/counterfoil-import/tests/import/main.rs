//! Importing from outside: bytes in, definitions and reports out.

#[cfg(test)]
mod anything;
#[cfg(test)]
mod bytes;
#[cfg(test)]
mod conditions;
#[cfg(test)]
mod content;
#[cfg(test)]
mod corpus;
#[cfg(test)]
mod fields;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod routes;
#[cfg(test)]
mod support;
#[cfg(test)]
mod terms;
#[cfg(test)]
mod welsh;
