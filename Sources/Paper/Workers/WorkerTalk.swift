import Glibc
import PaperWire

/// One errand over a worker's pipes: the frame out, one frame back, within the deadline.
struct WorkerTalk {
    enum End {
        case reply(Reply, elapsedMS: Int)
        case overran
        case dismissed
        /// It died before it had taken the whole frame: it cannot know the job.
        case brokenBeforeReading(String)
        case broken(String)
    }

    let process: WorkerProcess
    let errand: WorkerErrand
    let mailbox: WorkerMailbox
    private var sent = 0
    private var received: [UInt8] = []
    private static let chunkBytes = 64 << 10

    init(process: WorkerProcess, errand: WorkerErrand, mailbox: WorkerMailbox) {
        self.process = process
        self.errand = errand
        self.mailbox = mailbox
    }

    mutating func run(_ complaints: inout WorkerComplaints) -> End {
        let began = ContinuousClock.now
        let deadline = began + .milliseconds(errand.deadlineMS)
        while true {
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { return .overran }
            var watch = [
                pollfd(fd: process.output, events: Int16(POLLIN), revents: 0),
                pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0),
                // A negative number is passed over by poll: nothing is left to send, or nothing is listened to.
                pollfd(fd: sent < errand.frame.count ? process.input ?? -1 : -1, events: Int16(POLLOUT), revents: 0),
                pollfd(fd: complaints.descriptor(of: process) ?? -1, events: Int16(POLLIN), revents: 0),
            ]
            // Rounded up, or the last millisecond would be spent in a busy loop.
            let waitMS = Int32(clamping: left.milliseconds + 1)
            guard poll(&watch, nfds_t(watch.count), waitMS) >= 0 else { continue }
            if watch[3].revents != 0 { complaints.read(process) }
            if watch[1].revents != 0, mailbox.take().ending == .atOnce { return .dismissed }
            if watch[2].revents != 0, let end = send() { return end }
            if watch[0].revents != 0, let end = receive(began) { return end }
        }
    }

    private mutating func send() -> End? {
        guard let input = process.input else { return brokenOff("its pipe is closed") }
        let written = errand.frame.withUnsafeBytes { write(input, $0.baseAddress! + sent, errand.frame.count - sent) }
        if written >= 0 {
            sent += written
        } else if errno != EAGAIN, errno != EINTR {
            return brokenOff("it closed its pipe")
        }
        return nil
    }

    private mutating func receive(_ began: ContinuousClock.Instant) -> End? {
        var chunk = [UInt8](repeating: 0, count: Self.chunkBytes)
        let got = read(process.output, &chunk, chunk.count)
        if got < 0 { return errno == EAGAIN || errno == EINTR ? nil : brokenOff("reading failed, errno \(errno)") }
        if got == 0 { return brokenOff("it died") }
        received += chunk[..<got]
        switch Frame.decode(received[...]) {
        case .incomplete: return nil
        case .tooLarge: return brokenOff("its frame is too large")
        case .payload(let payload, let used):
            guard used == received.count else { return brokenOff("it said more than one frame") }
            guard sent == errand.frame.count else { return brokenOff("it answered before it was asked") }
            guard let reply = PaperWireJSON.reply(payload), errand.job.fits(reply) else { return brokenOff("its reply cannot be read") }
            return .reply(reply, elapsedMS: began.duration(to: .now).milliseconds)
        }
    }

    private func brokenOff(_ why: String) -> End {
        let knowsTheJob = sent == errand.frame.count && process.unreadBytes == 0
        return knowsTheJob ? .broken(why) : .brokenBeforeReading(why)
    }
}

extension Duration {
    var milliseconds: Int { Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000) }
}
