public import PaperWire

/// A page as the worker drew it into the output file.
public struct RenderedPage: Sendable, Equatable {
    public let widthPx, heightPx, bytes: Int
}

/// A paper as the worker set it into the output file.
public struct TypesetPaper: Sendable, Equatable {
    public let pages, bytes: Int
}

/// Jobs by name. Each throws what `perform` throws, and `Refused` where the bytes are to blame.
extension WorkerPool {
    /// The verdict on a PDF's signatures.
    public func verify(path: String, policy: VerificationPolicy, priority: JobPriority? = nil) async throws -> Verdict {
        guard case .verdict(let verdict) = try await answer(.verify(path: path, policy: policy), priority) else { throw Self.misfit }
        return verdict
    }

    /// The verdict on a detached CMS over the content of another file.
    public func verifyDetached(signature: String, content: String, policy: VerificationPolicy, priority: JobPriority? = nil) async throws -> Verdict {
        let job = Job.verifyDetached(signature: signature, content: content, policy: policy)
        guard case .verdict(let verdict) = try await answer(job, priority) else { throw Self.misfit }
        return verdict
    }

    /// How many pages, and of which size.
    public func inspect(path: String, priority: JobPriority? = nil) async throws -> Inspection {
        guard case .inspected(let inspection) = try await answer(.inspect(path: path), priority) else { throw Self.misfit }
        return inspection
    }

    /// Draws page `page` (1-based) into the PNG file `output`. For readers there is `PageImages`.
    public func render(path: String, page: Int, widthPx: Int, output: String, priority: JobPriority? = nil) async throws -> RenderedPage {
        let job = Job.render(path: path, page: page, widthPx: widthPx, output: output)
        guard case .rendered(let widthPx, let heightPx, let bytes) = try await answer(job, priority) else { throw Self.misfit }
        return RenderedPage(widthPx: widthPx, heightPx: heightPx, bytes: bytes)
    }

    /// The text of page `page` (1-based) and where its words stand.
    public func text(path: String, page: Int, priority: JobPriority? = nil) async throws -> PageText {
        guard case .text(let text) = try await answer(.text(path: path, page: page), priority) else { throw Self.misfit }
        return text
    }

    /// What the certificates of a PEM file say of themselves.
    public func certificates(path: String, priority: JobPriority? = nil) async throws -> [CertificateLook] {
        guard case .certificates(let looks) = try await answer(.certificates(path: path), priority) else { throw Self.misfit }
        return looks
    }

    /// Writes the photo in `path` anew into `output`: pixels alone.
    public func photo(path: String, maxSidePx: Int, output: String, priority: JobPriority? = nil) async throws -> PhotoFindings {
        guard case .photo(let findings) = try await answer(.photo(path: path, maxSidePx: maxSidePx, output: output), priority) else { throw Self.misfit }
        return findings
    }

    /// Sets the paper whose JSON lies in `input` as a PDF in `output`.
    public func typeset(input: String, output: String, priority: JobPriority? = nil) async throws -> TypesetPaper {
        guard case .typeset(let pages, let bytes) = try await answer(.typeset(input: input, output: output), priority) else { throw Self.misfit }
        return TypesetPaper(pages: pages, bytes: bytes)
    }

    private func answer(_ job: Job, _ priority: JobPriority?) async throws -> Reply {
        let reply = try await perform(job, priority: priority)
        if case .refused(let refused) = reply { throw refused }
        return reply
    }

    /// Never met: a reply that does not fit its job is a broken worker already where it is read.
    private static var misfit: PaperFault { .crashed("the reply does not fit the job") }
}
