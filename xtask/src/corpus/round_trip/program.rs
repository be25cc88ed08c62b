//! Reads each line of the input into a type and writes it back. A line is the number of the type, a tab, and JSON.

use std::io::{self, BufRead, Write};

type Through = fn(&[u8]) -> Result<Vec<u8>, String>;

fn through<T: Json>(text: &[u8]) -> Result<Vec<u8>, String> {
    let value: T = from_slice(text).map_err(|error| error.to_string())?;
    to_vec(&value).map_err(str::to_owned)
}

fn main() -> io::Result<()> {
    let mut output = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let line = line?;
        let (number, text) = line.split_once('\t').unwrap_or_default();
        let through = number.parse().ok().and_then(|number: usize| TYPES.get(number));
        let answer = through.map_or_else(|| Err("no such type".to_owned()), |through| through(text.as_bytes()));
        match answer {
            Ok(json) => {
                output.write_all(b"ok\t")?;
                output.write_all(&json)?;
                output.write_all(b"\n")?;
            }
            Err(message) => writeln!(output, "error\t{}", message.replace('\n', " "))?,
        }
        output.flush()?;
    }
    Ok(())
}
