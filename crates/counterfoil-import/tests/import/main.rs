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
mod defra;
#[cfg(test)]
mod defra_conditions;
#[cfg(test)]
mod defra_fields;
#[cfg(test)]
mod explored;
#[cfg(test)]
mod fields;
#[cfg(test)]
mod govuk;
#[cfg(test)]
mod govuk_routes;
#[cfg(test)]
mod mutated;
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
