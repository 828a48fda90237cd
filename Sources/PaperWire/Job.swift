/// One piece of work for the worker. Files travel by path, never through the frame; the worker opens them
/// read-only and writes only to the `output` path it was given.
public enum Job: Codable, Sendable, Equatable {
    /// What kind of file this is, and how many pages of which size. Answered by `Reply.inspected`.
    case inspect(path: String)
    /// Renders page `page` (1-based), `widthPx` wide, into the PNG file `output`. Answered by `Reply.rendered`.
    case render(path: String, page: Int, widthPx: Int, output: String)
    /// The text of page `page` (1-based), NFC, with the place of each word. Answered by `Reply.text`.
    case text(path: String, page: Int)
    /// The verdict on a PDF's signatures. Answered by `Reply.verdict`.
    case verify(path: String, policy: VerificationPolicy)
    /// The verdict on a detached CMS over any content. Answered by `Reply.verdict`.
    case verifyDetached(signature: String, content: String, policy: VerificationPolicy)
    /// What the certificates of a PEM file say of themselves. Answered by `Reply.certificates`.
    case certificates(path: String)
    /// Writes a photo (JPEG or PNG) anew into the JPEG file `output`: upright, no side longer than `maxSidePx`, pixels alone. Answered by `Reply.photo`.
    case photo(path: String, maxSidePx: Int, output: String)
    /// Sets a paper (JSON of `Paper`, read from `input`) as a PDF with embedded fonts in `output`. Answered by `Reply.typeset`.
    case typeset(input: String, output: String)
}

/// What a verification may rely on.
public struct VerificationPolicy: Codable, Sendable, Equatable {
    /// How a revocation status that cannot be had is treated.
    public enum Revocation: String, Codable, Sendable {
        /// It is `unknown`, named in the reasons, and leaves the indication.
        case soft
        /// The indication becomes INDETERMINATE, TRY_LATER.
        case hard
    }
    /// Folder of PEM files: trust anchors. A sub-folder `crl` holds revocation lists (PEM or DER).
    public var trustFolder: String
    /// PEM files of further trust anchors; there are no others.
    public var anchorFiles: [String]
    /// Version of the trust list (digest of folder and files), copied into the verdict.
    public var trustVersion: String
    /// Validation time, ms since 1970 UTC; the server's clock, never the worker's.
    public var atMS: Int64
    public var revocation: Revocation

    public init(trustFolder: String, trustVersion: String, atMS: Int64, revocation: Revocation = .soft, anchorFiles: [String] = []) {
        self.trustFolder = trustFolder
        self.anchorFiles = anchorFiles
        self.trustVersion = trustVersion
        self.atMS = atMS
        self.revocation = revocation
    }
}
