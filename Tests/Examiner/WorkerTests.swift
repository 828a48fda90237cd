import Foundation
import PaperWire
import Testing

@Suite("The worker's process", .enabled(if: WorkerProcess.executable != nil, "ecabinet-worker lies beside the test bundle"))
struct WorkerTests {
    @Test("it answers job after job, whatever came before")
    func jobs() throws {
        let worker = try WorkerProcess()
        let policy = Fixtures.policy(Fixtures.signatures)
        #expect(try worker.ask(.inspect(path: Fixtures.sample("none-unsigned.pdf"))) == .inspected(Inspection(pages: [.init(widthPt: 595.2756, heightPt: 841.8898)])))
        guard case .refused(let refused) = try worker.ask(.inspect(path: "/no/such/file")) else { throw WorkerProcess.Broken() }
        #expect(refused.code == .badJob)
        guard case .verdict(let verdict) = try worker.ask(.verify(path: Fixtures.sample("ok-blt.pdf"), policy: policy)) else { throw WorkerProcess.Broken() }
        #expect(verdict.indication == .passed)
        #expect(worker.finish() == 0)
    }

    @Test("a frame that is no job is answered, not fatal")
    func badJob() throws {
        let worker = try WorkerProcess()
        worker.send(Array("{\"bogus\":1}".utf8))
        guard case .refused(let refused) = try worker.receive() else { throw WorkerProcess.Broken() }
        #expect(refused.code == .badJob)
        #expect(worker.finish() == 0)
    }

    @Test("it may neither open sockets nor gain privileges")
    func confinement() throws {
        let worker = try WorkerProcess()
        _ = try worker.ask(.inspect(path: Fixtures.sample("none-unsigned.pdf")))
        let status = try String(contentsOfFile: "/proc/\(worker.identifier)/status", encoding: .utf8)
        #expect(status.contains("NoNewPrivs:\t1"))
        #expect(status.contains("Seccomp:\t2"))
        #expect(worker.finish() == 0)
    }

    @Test("a frame larger than allowed ends it, and unknown options never start it")
    func protocolErrors() throws {
        let worker = try WorkerProcess()
        worker.sendRaw([0xFF, 0xFF, 0xFF, 0xFF])
        #expect(worker.finish() == 76)
        #expect(try WorkerProcess(arguments: ["--memory-mb", "-1"]).finish() == 64)
        #expect(try WorkerProcess(arguments: ["--shell"]).finish() == 64)
    }
}
