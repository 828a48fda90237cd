public import PaperWire

extension WorkerPool {
    /// Largest photo taken in (contract of reports: 10 MB).
    public static let maxPhotoBytes = 10 << 20
    /// Longest side of the copy that is kept: enough to read a house number, small on a telephone.
    public static let photoSidePx = 2048

    /// Stores a photo as a clean copy: a JPEG of pixels alone. The original with what the camera wrote into it is kept nowhere; what it said is
    /// in the findings. Throws what `perform` and the store throw, and `Refused` where the bytes are no photo (`unreadable`, `tooComplex`).
    public func cleanPhoto(_ bytes: [UInt8], into store: ContentStore, priority: JobPriority? = nil) async throws -> (content: StoredContent, findings: PhotoFindings) {
        guard bytes.count <= Self.maxPhotoBytes else { throw PaperFault.tooLarge(limitBytes: Self.maxPhotoBytes) }
        let done = try await making(".jpg", from: bytes, limitBytes: Self.maxPhotoBytes, into: store) { input, output in
            try await self.photo(path: input, maxSidePx: Self.photoSidePx, output: output, priority: priority)
        }
        return (done.content, done.answer)
    }
}
