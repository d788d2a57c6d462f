//! No query string panics the parser; what is parsed is printed, and parsed back as the same with nothing unreadable.

#![no_main]

use libfuzzer_sys::fuzz_target;
use qsec2_domain::address::Address;

fuzz_target!(|search: &str| {
    let first = Address::parse(search);
    assert!(first.unreadable.len() <= 20);
    let printed = first.address.to_string();
    let second = Address::parse(&printed);
    assert_eq!(second.address, first.address, "{search:?} → {printed:?}");
    assert!(second.unreadable.is_empty(), "{printed:?} → {:?}", second.unreadable);
    assert_eq!(second.address.to_string(), printed);
});
