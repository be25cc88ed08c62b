//! A small API as the generator would emit it, written by hand.

mod client;
mod models;
mod operations;
mod pages;
mod streams;

pub use client::{Client, ClientBuilder};
pub use models::{Kind, Level, Login, Order, Page, Pet, Problem, Shape, Size, Tagged};
pub use operations::{ListError, ListRequest, Submitted};
pub use streams::{Change, Piece};
