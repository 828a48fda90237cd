import Cabinet
import Logging
import Push
import Rules
import Store

/// How many ballots came back, for everyone in the meeting: a signal, never a fact.
struct Turnout {
    let at: Dependencies

    /// A turnout that cannot be told is not worth failing a ballot that was recorded.
    func signal(_ poll: PollID) async {
        do {
            guard let turnout = try await at.cabinet.read({ tx in try Polls.turnout(of: poll, in: tx) }) else { return }
            let data = #"{"of":\#(turnout.of),"poll":"\#(poll)","returned":\#(turnout.returned)}"#
            await at.hub.signal(StreamID("meeting:\(turnout.meeting)"), name: "turnout", data: data, to: Audience(.meeting(turnout.meeting)))
        } catch {
            at.logger.warning("turnout of \(poll): \(error)")
        }
    }
}
