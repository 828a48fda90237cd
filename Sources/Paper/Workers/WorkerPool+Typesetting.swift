import Logging
import NIOPosix
public import PaperWire

extension WorkerPool {
    /// Largest PDF a paper of the council's own may become.
    public static let maxTypesetBytes = 64 << 20

    /// Sets a paper and stores the PDF. Throws what `perform` and the store throw, and `Refused`.
    public func typeset(_ paper: PaperWire.Paper, into store: ContentStore, priority: JobPriority? = nil) async throws -> (content: StoredContent, pages: Int) {
        let done = try await making(".pdf", from: try PaperWireJSON.encode(paper), limitBytes: Self.maxTypesetBytes, into: store) { input, output in
            try await self.typeset(input: input, output: output, priority: priority)
        }
        return (done.content, done.answer.pages)
    }

    /// Has a worker make a file out of bytes at hand and stores what it made; the bytes themselves are kept nowhere.
    func making<Made: Sendable>(
        _ suffix: String, from bytes: [UInt8], limitBytes: Int, into store: ContentStore, _ work: (_ input: String, _ output: String) async throws -> Made
    ) async throws -> (content: StoredContent, answer: Made) {
        let folder = papers
        let threads = store.threads
        let (input, output) = try await threads.runIfActive { () throws -> (String, String) in
            let input = folder.freshPath(".in")
            try Disk.writeNew(bytes, to: input)
            return (input, folder.freshPath(suffix))
        }
        do {
            let made = try await work(input, output)
            let content = try await store.adopt(fileAt: output, limitBytes: limitBytes)
            try await threads.runIfActive { try Disk.remove(input) }
            return (content, made)
        } catch {
            // Without the caller's cancellation, which would leave both files for the next start to remove.
            threads.submit { [logger] _ in
                for path in [input, output] {
                    do { try Disk.remove(path) } catch { logger.warning("a worker's file stays behind: \(error)") }
                }
            }
            throw error
        }
    }
}
