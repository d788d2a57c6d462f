//! Decimal numbers, to 15 significant digits.
//!
//! Two different decimals of so many digits are never the same `f64`, so a number that was read is written with the
//! same digits, and is read back as the same: neither holds for `serde_json`'s own conversion, and the standard library's
//! brings the browser a table of 10 kB that does not compress.

/// The significant digits that are read; further ones are dropped.
const DIGITS: u32 = 15;

/// The powers of ten that `f64` holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// Reads a JSON number. `None` when it is further from 1 than anything that the feed may count: beyond 10³⁷, or closer
/// to 0 than 10⁻²² without being 0.
pub(super) fn decimal(text: &str) -> Option<f64> {
    let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (sign, digits) = digits.strip_prefix('-').map_or((1.0, digits), |digits| (-1.0, digits));
    let (whole, shift) = significant(digits);
    if whole == 0 {
        return Some(0.0);
    }
    let magnitude = scaled(whole, exponent.parse::<i32>().ok()?.saturating_add(shift))?;
    Some(sign * magnitude)
}

/// The significant digits as a whole number, and the power of ten that it is to be multiplied with.
fn significant(digits: &str) -> (u64, i32) {
    let (mut whole, mut shift, mut is_fraction) = (0_u64, 0_i32, false);
    for byte in digits.bytes() {
        if byte == b'.' {
            is_fraction = true;
            continue;
        }
        let has_room = whole < 10_u64.pow(DIGITS - 1);
        if has_room {
            whole = whole * 10 + u64::from(byte.saturating_sub(b'0'));
        }
        shift = match (has_room, is_fraction) {
            (true, true) => shift.saturating_sub(1),
            (false, false) => shift.saturating_add(1),
            _ => shift,
        };
    }
    (whole, shift)
}

/// The product with a power of ten, rounded once: both factors are exact.
fn scaled(mut whole: u64, mut exponent: i32) -> Option<f64> {
    while exponent > 22 && whole < 10_u64.pow(DIGITS - 1) {
        (whole, exponent) = (whole * 10, exponent - 1);
    }
    while exponent < -22 && whole.is_multiple_of(10) {
        (whole, exponent) = (whole / 10, exponent + 1);
    }
    let power = *POWERS.get(usize::try_from(exponent.unsigned_abs()).ok()?)?;
    #[expect(clippy::cast_precision_loss, reason = "15 digits fit in the 53 bits of an `f64`")]
    let whole = whole as f64;
    Some(if exponent < 0 { whole / power } else { whole * power })
}

#[cfg(test)]
mod tests {
    use super::decimal;
    use proptest::prelude::*;

    #[test]
    fn a_number_is_what_it_says() {
        for (text, number) in [
            ("0", 0.0),
            ("-0.0", 0.0),
            ("8", 8.0),
            ("-12.5", -12.5),
            ("48.841234567890123", 48.841_234_567_890_1),
            ("1e3", 1000.0),
            ("1.5E-3", 0.0015),
            ("2e+2", 200.0),
            ("100000000000000000000", 1e20),
            ("1e36", 1e36),
            ("1e-22", 1e-22),
            ("100e-24", 1e-22),
            ("0.000000000000000000000000000000e5", 0.0),
        ] {
            assert_eq!(decimal(text), Some(number), "{text}");
        }
    }

    #[test]
    fn a_number_beyond_all_counting_is_none() {
        for text in
            ["1e37", "1e300", "1e999", "1e99999999999", "-1e-999", "1e-23", &"9".repeat(400)]
        {
            assert_eq!(decimal(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_was_read_is_written_and_read_as_the_same(number in any::<f64>(), small in -1e9..1e9f64) {
            for number in [number, small] {
                let Some(read) = serde_json::to_string(&number).ok().and_then(|text| decimal(&text)) else {
                    continue;
                };
                prop_assert!((read - number).abs() <= number.abs() * 1e-14);
                let written = serde_json::to_string(&read).unwrap_or_default();
                prop_assert_eq!(decimal(&written), Some(read), "{}", written);
                prop_assert_eq!(written.parse(), Ok(read));
            }
        }
    }
}
