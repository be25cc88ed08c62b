//! What a request can do whose answer comes in pages.

/// `pages!(ListRequest -> models::PetPage, items "/data" as models::Pet, by cursor("cursor", "/next_cursor"))`: gives the
/// pages of an answer and the items of all pages. After `by` stands a function of `Paging` with its arguments, and methods
/// after it. Without items there are pages alone.
#[doc(hidden)]
#[macro_export]
macro_rules! __pages {
    (
        $request:ident -> $page:ty, items $items:literal as $item:ty,
        by $habit:ident($($argument:expr),*) $(.$detail:ident($($value:expr)?))*
    ) => {
        $crate::runtime::pages!(
            $request -> $page, by $habit($($argument),*) .items($items) $(.$detail($($value)?))*
        );

        impl $request {
            /// The items of all pages, one after the other. Nothing is sent before the first one is asked for, and then a
            /// call for each page.
            pub fn items(self) -> $crate::runtime::Items<$item> {
                self.0.items(Self::PAGING)
            }
        }
    };
    ($request:ident -> $page:ty, by $habit:ident($($argument:expr),*) $(.$detail:ident($($value:expr)?))*) => {
        impl $request {
            const PAGING: &'static $crate::runtime::Paging =
                &$crate::runtime::Paging::$habit($($argument),*) $(.$detail($($value)?))*;

            /// The pages, one after the other, from the one on that this request asks for. Nothing is sent before the first
            /// one is asked for, and then a call for each page.
            pub fn pages(self) -> $crate::runtime::Pages<$page> {
                self.0.pages(Self::PAGING)
            }
        }
    };
}
