import NIOCore
public import Rules
public import Store

extension Hub {
    /// Sends a passing value to those who follow a stream now and whom the audience admits: a pointer, a zoom, a turnout.
    /// The last value wins, at most four a second for each name and audience; never logged, lost when nobody follows.
    /// - Parameter data: JSON.
    public func signal(_ stream: StreamID, name: String, data: String, to audience: Audience) {
        guard let followed = streams[stream], followed.readers > 0 else { return }
        guard data.utf8.count <= configuration.signalBytes else { return dropSignal() }
        let letter = SignalDesk.Letter(stream: stream, key: SignalKey(name: name, audience: audience))
        switch desk.offer(letter, data: data, now: .now()) {
        case .sendNow: send(letter, data)
        case .waits: signalWake.yield()
        case .dropped: dropSignal()
        }
    }

    func dropSignal() { meter.signalsDropped.up() }

    nonisolated func paceSignals() async {
        for await _ in signalWakes {
            while let next = await sendDueSignals(now: .now()) {
                do { try await Task.sleep(for: .init(next - .now())) } catch { return }
            }
        }
    }

    private func sendDueSignals(now: NIODeadline) -> NIODeadline? {
        let due = desk.due(now: now)
        for (letter, data) in due.letters { send(letter, data) }
        return due.next
    }

    private func send(_ letter: SignalDesk.Letter, _ data: String) {
        meter.signals.up()
        for loop in streams[letter.stream]?.loops ?? [] { loops[loop]?.run { $0.signal(letter.key, data: data, in: letter.stream) } }
    }
}
