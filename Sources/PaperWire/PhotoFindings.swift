/// What a photo showed of itself: of the clean copy its size and hash, of the original what the camera wrote, which goes no further than
/// those who judge an answer.
public struct PhotoFindings: Codable, Sendable, Equatable {
    public var widthPx, heightPx, bytes: Int
    /// 64 bits; two pictures with few bits apart are the same picture.
    public var differenceHash: UInt64
    /// `2026-11-21T09:00:11` in the camera's own time, and its distance from UTC (`+07:00`) where the camera says so.
    public var takenAt, offset: String?
    /// Degrees, WGS 84; both or neither.
    public var latitude, longitude: Double?

    public init(
        widthPx: Int, heightPx: Int, bytes: Int, differenceHash: UInt64, takenAt: String? = nil, offset: String? = nil, latitude: Double? = nil, longitude: Double? = nil
    ) {
        self.widthPx = widthPx
        self.heightPx = heightPx
        self.bytes = bytes
        self.differenceHash = differenceHash
        self.takenAt = takenAt
        self.offset = offset
        self.latitude = latitude
        self.longitude = longitude
    }
}
