//! Tests of whole receipts, on paper and as text.

mod builder;
mod hash;
mod paper;
mod poppler;
mod words;
