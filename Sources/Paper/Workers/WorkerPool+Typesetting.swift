import Logging
import NIOPosix
public import PaperWire

extension WorkerPool {
    /// Largest PDF a paper of the council's own may become.
    public static let maxTypesetBytes = 64 << 20

    /// Sets a paper and stores the PDF. Throws what `perform` and the store throw, and `Refused`.
    public func typeset(_ paper: PaperWire.Paper, into store: ContentStore, priority: JobPriority? = nil) async throws -> (content: StoredContent, pages: Int) {
        let folder = papers
        let threads = store.threads
        let json = try PaperWireJSON.encode(paper)
        let (input, output) = try await threads.runIfActive { () throws -> (String, String) in
            let input = folder.freshPath(".json")
            try Disk.writeNew(json, to: input)
            return (input, folder.freshPath(".pdf"))
        }
        do {
            let done = try await typeset(input: input, output: output, priority: priority)
            let content = try await store.adopt(fileAt: output, limitBytes: Self.maxTypesetBytes)
            try await threads.runIfActive { try Disk.remove(input) }
            return (content, done.pages)
        } catch {
            // Without the caller's cancellation, which would leave both files for the next start to remove.
            threads.submit { [logger] _ in
                for path in [input, output] {
                    do { try Disk.remove(path) } catch { logger.warning("a paper's file stays behind: \(error)") }
                }
            }
            throw error
        }
    }
}
