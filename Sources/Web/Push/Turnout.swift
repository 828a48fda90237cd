import Cabinet
import Logging
import Push
import Rules
import Store

/// How many ballots came back, for everyone in the meeting: a signal, never a fact. The first ballot is told at once, those
/// that follow within the interval together.
actor Turnout {
    static let interval = Duration.milliseconds(250)

    private let cabinet: Cabinet
    private let hub: Hub
    private let logger: Logger
    /// Polls told within the interval; true where another ballot came since.
    private var told: [PollID: Bool] = [:]

    init(cabinet: Cabinet, hub: Hub, logger: Logger) {
        self.cabinet = cabinet
        self.hub = hub
        self.logger = logger
    }

    func changed(_ poll: PollID) {
        if told[poll] != nil {
            told[poll] = true
            return
        }
        told[poll] = false
        Task { await tell(poll) }
    }

    private func tell(_ poll: PollID) async {
        repeat {
            told[poll] = false
            await signal(poll)
            do { try await Task.sleep(for: Self.interval) } catch { break }
        } while told[poll] == true
        told[poll] = nil
    }

    /// A turnout that cannot be told is not worth failing a ballot that was recorded.
    private func signal(_ poll: PollID) async {
        do {
            guard let turnout = try await cabinet.read({ tx in try Polls.turnout(of: poll, in: tx) }) else { return }
            let data = #"{"of":\#(turnout.of),"poll":"\#(poll)","returned":\#(turnout.returned)}"#
            await hub.signal(StreamID("meeting:\(turnout.meeting)"), name: "turnout", data: data, to: Audience(.meeting(turnout.meeting)))
        } catch {
            logger.warning("turnout of \(poll): \(error)")
        }
    }
}
