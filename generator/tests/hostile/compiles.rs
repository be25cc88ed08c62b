//! What hostile descriptions become is compiled, with every warning denied: one crate for each risk.

use crate::exhaustion::{cycles, wire};
use crate::support::{cargo, one_crate, outcome, workspace};
use crate::{code, paths};

#[test]
fn hostile_descriptions_compile_without_a_warning() {
    let packages = [
        ("every-text", one_crate("every-text", &code::descriptions())),
        ("every-cycle", one_crate("every-cycle", &cycles::descriptions())),
        (
            "every-cycle-everywhere",
            one_crate("every-cycle-everywhere", &wire::descriptions()),
        ),
        ("hostile-sdk", paths::every_name()),
    ];
    let packages = packages.each_ref().map(|(name, files)| (*name, files));
    let workspace = workspace("hostile", &packages);
    cargo(
        &workspace,
        &["clippy", "--workspace", "--quiet", "--", "-D", "warnings"],
    );
    cargo(&workspace, &["doc", "--workspace", "--no-deps", "--quiet"]);
}

/// A ring of 500 objects is more than the compiler follows where nobody tells it to.
#[test]
fn a_long_ring_compiles() {
    let files = outcome(&cycles::ring(500)).files();
    let workspace = workspace("hostile-ring", &[("hostile-sdk", &files)]);
    cargo(&workspace, &["check", "--quiet"]);
}
