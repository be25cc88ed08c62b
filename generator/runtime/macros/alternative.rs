//! Answers that a request can ask for besides the usual one.

/// `alternative!(CreateRequest::stream -> Chunk as events, "text/event-stream")`: another answer that an operation gives
/// when the request accepts that, as `request!` has them. `switch "stream"` sets that member of the body to `true`.
#[doc(hidden)]
#[macro_export]
macro_rules! __alternative {
    ($request:ident::$method:ident -> String as text, $accept:literal) => {
        $crate::runtime::alternative!(@whole $request, $method, ::std::string::String, $accept, "text", |answer| {
            answer.text()
        });
    };
    // only where used: xml
    ($request:ident::$method:ident -> $output:ty as xml by $table:path, $accept:literal) => {
        $crate::runtime::alternative!(@whole $request, $method, $output, $accept, "XML", |answer| answer.xml(&$table));
    };
    // end: xml
    ($request:ident::$method:ident as download, $accept:literal) => {
        $crate::runtime::alternative!(@stream $request, $method, $crate::runtime::Download, download, $accept);
    };
    ($request:ident::$method:ident -> $item:ty as events, $accept:literal $(, switch $member:literal)?) => {
        $crate::runtime::alternative!(
            @stream $request, $method, $crate::runtime::Events<$item>, events, $accept $(, $member)?
        );
    };
    ($request:ident::$method:ident -> $item:ty as whole_events, $accept:literal $(, switch $member:literal)?) => {
        $crate::runtime::alternative!(
            @stream $request, $method, $crate::runtime::Events<$item>, whole_events, $accept $(, $member)?
        );
    };
    ($request:ident::$method:ident as text_events, $accept:literal $(, switch $member:literal)?) => {
        $crate::runtime::alternative!(
            @stream $request, $method, $crate::runtime::Events<::std::string::String>, text_events, $accept $(, $member)?
        );
    };
    ($request:ident::$method:ident -> $item:ty as lines, $accept:literal $(, switch $member:literal)?) => {
        $crate::runtime::alternative!(
            @stream $request, $method, $crate::runtime::Lines<$item>, lines, $accept $(, $member)?
        );
    };
    ($request:ident::$method:ident -> $output:ty, $accept:literal) => {
        $crate::runtime::alternative!(@whole $request, $method, $output, $accept, $accept, |answer| answer.json());
    };
    (@whole $request:ident, $method:ident, $output:ty, $accept:literal, $kind:literal, $read:expr) => {
        impl $request {
            #[doc = ::core::concat!(" Sends the request and asks for the answer as ", $kind, ".")]
            ///
            /// # Errors
            ///
            /// Like [`send`](Self::send).
            pub async fn $method(self) -> $crate::runtime::Result<$output> {
                ::core::result::Result::Ok(self.0.accept($accept).send($read).await?.into_value())
            }
        }
        $crate::runtime::alternative!(@blocking $request, $method, $output);
    };
    (@stream $request:ident, $method:ident, $output:ty, $open:ident, $accept:literal $(, $member:literal)?) => {
        impl $request {
            /// Sends the request and asks for a stream, which is left to come.
            $(#[doc = ::core::concat!(" The member `", $member, "` of the body is set for that.")])?
            ///
            /// # Errors
            ///
            /// Like [`send`](Self::send).
            pub async fn $method(self) -> $crate::runtime::Result<$output> {
                self.0.accept($accept)$(.switch($member))?.$open().await
            }
        }
        $crate::runtime::alternative!(@blocking $request, $method, $output);
    };
    // A macro cannot make a name, so each of the names that there are has its twin here.
    (@blocking $request:ident, send_json, $output:ty) => {
        $crate::runtime::alternative!(@blocking $request, send_json as send_json_blocking, $output);
    };
    (@blocking $request:ident, send_xml, $output:ty) => {
        $crate::runtime::alternative!(@blocking $request, send_xml as send_xml_blocking, $output);
    };
    (@blocking $request:ident, send_text, $output:ty) => {
        $crate::runtime::alternative!(@blocking $request, send_text as send_text_blocking, $output);
    };
    (@blocking $request:ident, send_bytes, $output:ty) => {
        $crate::runtime::alternative!(@blocking $request, send_bytes as send_bytes_blocking, $output);
    };
    (@blocking $request:ident, stream, $output:ty) => {
        $crate::runtime::alternative!(@blocking $request, stream as stream_blocking, $output);
    };
    (@blocking $request:ident, stream_lines, $output:ty) => {
        $crate::runtime::alternative!(@blocking $request, stream_lines as stream_lines_blocking, $output);
    };
    (@blocking $request:ident, $method:ident as $blocking:ident, $output:ty) => {
        #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
        impl $request {
            #[doc = ::core::concat!(
                " Like [`", ::core::stringify!($method), "`](Self::", ::core::stringify!($method), "), for programs without ",
                "asynchronous code. What is left to come has `next_blocking`, too."
            )]
            ///
            /// # Errors
            ///
            /// Like [`send_blocking`](Self::send_blocking).
            pub fn $blocking(self) -> $crate::runtime::Result<$output> {
                $crate::runtime::blocking(self.$method())
            }
        }
    };
}
