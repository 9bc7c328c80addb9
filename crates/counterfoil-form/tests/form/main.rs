//! The engine from outside: definitions, journeys and answers of the services that ship.

#[cfg(test)]
mod answers;
#[cfg(test)]
mod catalogue;
#[cfg(test)]
mod definitions;
#[cfg(test)]
mod groups;
#[cfg(test)]
mod invented;
#[cfg(test)]
mod journeys;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod support;
#[cfg(test)]
mod walks;
