/// A part of another file than the root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its key in the components of the root or in its own file, or the name of its file.
    pub name: String,
    /// The name of its file.
    pub file: String,
    /// The folders that its file stands in, below the folder of the root.
    pub folders: Vec<String>,
}

impl Unit {
    /// The path of its file, from the folder of the root.
    #[must_use]
    pub fn path(&self) -> String {
        let steps = self.folders.iter().chain([&self.file]);
        steps.map(String::as_str).collect::<Vec<_>>().join("/")
    }
}
