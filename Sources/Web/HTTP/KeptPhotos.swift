import Cabinet
import Rules
import Synchronization

/// Photos of forms that came back with a mistake, so that nobody has to take them again. Known only by the form's own random token; forgotten after an hour.
public final class KeptPhotos: Sendable {
    static let keptMS: Int64 = 3_600_000
    static let most = 2_000

    private struct Kept {
        var photo: CleanedPhoto
        var at: Timestamp
    }

    private let photos = Mutex<[String: Kept]>([:])

    public init() {}

    func keep(_ photo: CleanedPhoto, for token: String, at now: Timestamp) {
        photos.withLock { photos in
            photos = photos.filter { $0.value.at.ms > now.ms - Self.keptMS }
            if photos.count >= Self.most, let oldest = photos.min(by: { $0.value.at < $1.value.at })?.key { photos[oldest] = nil }
            photos[token] = Kept(photo: photo, at: now)
        }
    }

    func photo(of token: String, at now: Timestamp) -> CleanedPhoto? {
        photos.withLock { $0[token].flatMap { $0.at.ms > now.ms - Self.keptMS ? $0.photo : nil } }
    }
}
