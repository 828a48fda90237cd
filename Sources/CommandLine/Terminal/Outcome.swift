import ArgumentParser

/// How a run ended, as the exit code tells (contract §1).
enum Outcome: Int32, Comparable {
    /// Done, or everything asked about is good.
    case done = 0
    /// Failed, or not everything is good.
    case failed = 1
    /// A rule said no.
    case refused = 2

    var exitCode: ExitCode { ExitCode(rawValue) }

    static func < (a: Outcome, b: Outcome) -> Bool { a.rawValue < b.rawValue }
}
