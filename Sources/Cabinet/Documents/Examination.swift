public import Logging
public import Paper
import PaperWire
import Rules
import Store

/// Has every new paper looked at by the worker, and looks again at old verdicts when the trust list has changed. Progress is
/// the state of the content itself, so nothing is lost when the process ends.
public struct Examination: Sendable {
    /// Most papers in hand at once; the pool bounds the processes.
    static let atOnce = 4
    /// Rest after a fault that may pass.
    static let restMS: Int64 = 1000

    let cabinet: Cabinet
    let content: ContentStore
    let workers: WorkerPool
    let trust: Trust
    let logger: Logger

    public init(cabinet: Cabinet, content: ContentStore, workers: WorkerPool, trust: Trust, logger: Logger) {
        self.cabinet = cabinet
        self.content = content
        self.workers = workers
        self.trust = trust
        self.logger = logger
    }

    /// Until cancelled.
    public func run() async throws {
        await cabinet.store.bell.looks {
            do {
                while try await examineSome() {}
            } catch is CancellationError {
                return
            } catch {
                logger.error("examination: \(error)")
                try? await Task.sleep(for: .milliseconds(Self.restMS))
            }
        }
    }

    /// - Returns: whether anything moved, so that another look is worth while.
    func examineSome() async throws -> Bool {
        let list = try await trust.current()
        let (fresh, stale) = try await cabinet.read { tx in
            (try Documents.unexamined(limit: Self.atOnce, in: tx), try Documents.judgedUnderAnother(trustList: list.version, limit: Self.atOnce, in: tx))
        }
        let digests = fresh.map(\.sha256) + stale
        guard !digests.isEmpty else { return false }
        return try await withThrowingTaskGroup(of: Bool.self) { group in
            for digest in digests.prefix(Self.atOnce) { group.addTask { try await examine(digest, list) } }
            return try await group.reduce(false) { $0 || $1 }
        }
    }

    private func examine(_ sha256: String, _ list: TrustList) async throws -> Bool {
        guard let digest = ContentDigest(hex: sha256) else { preconditionFailure("a stored digest is a digest") }
        let finding: RecordExamination.Finding
        do {
            finding = try await look(at: digest, list)
        } catch let fault as PaperFault where fault.isTemporary {
            logger.debug("examination of \(sha256) waits: \(fault)")
            return false
        } catch PaperFault.timedOut {
            finding = .unreadable(fault: "too-slow")
        } catch PaperFault.crashed(let detail) {
            logger.warning("the worker died on \(sha256): \(detail)")
            finding = .unreadable(fault: "crashed")
        } catch PaperFault.missing {
            logger.error("content \(sha256) is not in the store")
            finding = .unreadable(fault: "missing")
        } catch let refused as Refused {
            finding = .unreadable(fault: refused.code.rawValue)
        }
        _ = try await cabinet.perform(RecordExamination(sha256: sha256, finding: finding), as: .clock)
        return true
    }

    private func look(at digest: ContentDigest, _ list: TrustList) async throws -> RecordExamination.Finding {
        guard try await content.kind(of: digest) == .pdf else { return .unreadable(fault: "not-yet-shown") }
        let path = content.path(of: digest)
        let inspection = try await workers.inspect(path: path, priority: .background)
        let verdict = try await workers.verify(path: path, policy: list.policy(atMS: cabinet.surroundings.now().ms), priority: .background)
        return .ready(sizes: inspection.pages, verdict: verdict)
    }
}
