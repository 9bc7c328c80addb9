//! The engine from outside: definitions, journeys and answers of the services that ship.

#[cfg(test)]
mod answers;
#[cfg(test)]
mod catalogue;
#[cfg(test)]
mod definitions;
mod groups;
mod invented;
#[cfg(test)]
mod journeys;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod support;
mod walks;
