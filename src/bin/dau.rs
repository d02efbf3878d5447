//! Starts the command line.

fn main() -> std::process::ExitCode {
    dau::cli::main()
}
