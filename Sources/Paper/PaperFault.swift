/// What went wrong around paper although the rules said yes: the disk, the queue or a worker.
///
/// `crashed` and `timedOut` blame the job: the worker had read it, so the same bytes will most likely do it again.
/// `busy` and `unavailable` blame the moment: the same request may succeed later (503, `Retry-After`).
public enum PaperFault: Error, Sendable, Equatable {
    /// The queue before the workers is full, or the job waited in it longer than its limit.
    case busy
    /// The job ran past its deadline and its worker was killed.
    case timedOut
    /// The worker died, or answered nonsense, while it had the job. The text is for the log, in English.
    case crashed(String)
    /// No worker can be had now: none starts, or the pool is shut.
    case unavailable(String)
    /// More bytes than the limit of this writer, reader or folder.
    case tooLarge(limitBytes: Int)
    /// No content with this digest in the store.
    case missing(ContentDigest)
    /// A call to the file system failed; `code` is errno.
    case disk(operation: String, path: String, code: Int32)

    /// Whether the same request may succeed a little later without anybody changing anything.
    public var isTemporary: Bool {
        switch self {
        case .busy, .unavailable: true
        case .timedOut, .crashed, .tooLarge, .missing, .disk: false
        }
    }
}
