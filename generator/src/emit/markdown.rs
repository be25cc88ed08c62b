//! Tables in Markdown that read well as text, too.

use std::fmt;

use super::prose;

/// What is longer than this is not padded: the other rows would consist of spaces, and of as many as there are in it.
const WIDEST: usize = 200;

/// A table whose columns are padded to one width.
///
/// A column without any content is left out.
pub(super) struct Table<const COLUMNS: usize> {
    head: [&'static str; COLUMNS],
    rows: Vec<[String; COLUMNS]>,
}

impl<const COLUMNS: usize> Table<COLUMNS> {
    pub(super) fn new(head: [&'static str; COLUMNS]) -> Self {
        Self { head, rows: Vec::new() }
    }

    pub(super) fn row(&mut self, cells: [String; COLUMNS]) {
        self.rows.push(cells.map(|cell| prose::in_cell(&cell)));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

impl<const COLUMNS: usize> fmt::Display for Table<COLUMNS> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let used: Vec<usize> = (0..COLUMNS)
            .filter(|column| self.rows.iter().any(|row| !row[*column].is_empty()))
            .collect();
        let width = |column: usize| {
            let cells = self.rows.iter().map(|row| row[column].chars().count());
            // The rule below the head takes at least three dashes.
            let widths = cells.chain([self.head[column].chars().count(), 3]);
            widths.filter(|width| *width <= WIDEST).max().unwrap_or(3)
        };
        let widths: Vec<usize> = used.iter().map(|column| width(*column)).collect();
        let line = |cells: Vec<&str>| {
            let padded = cells.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
            format!("| {} |", padded.collect::<Vec<_>>().join(" | "))
        };
        let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
        write!(
            f,
            "{}\n{}",
            line(used.iter().map(|column| self.head[*column]).collect()),
            line(rule.iter().map(String::as_str).collect())
        )?;
        for row in &self.rows {
            write!(
                f,
                "\n{}",
                line(used.iter().map(|column| row[*column].as_str()).collect())
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn columns_are_padded_and_empty_ones_left_out() {
        let mut table = Table::new(["A", "B", "C"]);
        table.row(["long".to_owned(), String::new(), "x".to_owned()]);
        assert_eq!(table.to_string(), "| A    | C   |\n| ---- | --- |\n| long | x   |");
    }

    #[test]
    fn one_long_cell_does_not_widen_the_others() {
        let mut table = Table::new(["A"]);
        let long = "x".repeat(100_000);
        table.row([long.clone()]);
        table.row(["short".to_owned()]);
        assert_eq!(
            table.to_string(),
            format!("| A     |\n| ----- |\n| {long} |\n| short |")
        );
    }
}
