//! Dates in headers.

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// The seconds from 1970 to a date like `Sun, 06 Nov 1994 08:49:37 GMT`, the form that servers have to write (RFC 9110
/// section 5.6.7). `None` for anything else and for earlier dates.
#[must_use]
pub fn seconds_since_epoch(date: &str) -> Option<u64> {
    let (_, date) = date.split_once(", ")?;
    let mut parts = date.split(' ');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let (time, zone) = (parts.next()?, parts.next()?);
    if zone != "GMT" || parts.next().is_some() {
        return None;
    }
    let month = MONTHS.iter().zip(1..).find(|(name, _)| **name == month)?.1;
    let days = days_since_epoch(number(year, 9999)?, month, number(day, 31)?)?;
    Some(days * 86_400 + seconds_of_day(time)?)
}

fn seconds_of_day(time: &str) -> Option<u64> {
    let mut parts = time.split(':');
    let (hours, minutes, seconds) = (parts.next()?, parts.next()?, parts.next()?);
    // A minute has 61 seconds when a leap second is inserted.
    let seconds = number(hours, 23)? * 3600 + number(minutes, 59)? * 60 + number(seconds, 60)?;
    parts.next().is_none().then_some(seconds)
}

fn number(text: &str, largest: u64) -> Option<u64> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| digits && *number <= largest)
}

/// The days from 1970-01-01 to a date of the Gregorian calendar. Years are counted from March, so that a leap day is the
/// last day of its year.
fn days_since_epoch(year: u64, month: u64, day: u64) -> Option<u64> {
    const MARCH_OF_YEAR_0_TO_1970: u64 = 719_468;
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year.checked_sub(1)?, month + 9)
    };
    let day_of_year = (153 * month + 2) / 5 + day.checked_sub(1)?;
    let days = year * 365 + year / 4 - year / 100 + year / 400 + day_of_year;
    days.checked_sub(MARCH_OF_YEAR_0_TO_1970)
}
