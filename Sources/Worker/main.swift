#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Glibc

// The order is the point: first the real stdout is put out of the libraries' reach, then whatever the parent
// leaked is closed, then the limits and the filter close behind us, and only then is a foreign byte read.
let limits: Limits
do {
    limits = try Limits(arguments: Array(CommandLine.arguments.dropFirst()))
} catch {
    StandardStreams.note("\(error)\n\(Limits.usage)")
    exit(Limits.usageExit)
}
let replies = StandardStreams.claimOutput()
closefrom(replies + 1)
do {
    try limits.apply()
} catch {
    StandardStreams.note("\(error)")
    exit(Limits.refusedExit)
}
for refusal in Confinement.apply() { StandardStreams.note(refusal) }

let loop = JobLoop(input: STDIN_FILENO, output: replies, limits: limits)
exit(loop.run())
