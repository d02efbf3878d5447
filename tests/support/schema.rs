//! The native format's schema, as a validator by other people understands it.

use std::sync::LazyLock;

use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::Value;

/// The schema, compiled once.
pub(crate) static SCHEMA: LazyLock<Schema> = LazyLock::new(Schema::new);

/// A validator of `schema/dau-1.schema.json`; formats such as `date` are checked too.
pub(crate) struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    fn new() -> Self {
        const ADDRESS: &str = "urn:dau:schema:1";
        let source = include_str!("../../schema/dau-1.schema.json");
        let mut schemas = Schemas::new();
        let mut compiler = Compiler::new();
        compiler.enable_format_assertions();
        compiler.add_resource(ADDRESS, serde_json::from_str(source).unwrap()).unwrap();
        let index = compiler.compile(ADDRESS, &mut schemas).unwrap();
        Self { schemas, index }
    }

    /// Whether a file is valid, else why not.
    pub(crate) fn check(&self, json: &str) -> Result<(), String> {
        self.check_value(&serde_json::from_str(json).unwrap())
    }

    /// The same for a file that has been read.
    pub(crate) fn check_value(&self, file: &Value) -> Result<(), String> {
        self.schemas.validate(file, self.index).map_err(|err| err.to_string())
    }
}
