import Glibc
import NIOPosix

extension ContentStore {
    /// Most entries one `list` returns.
    public static let maxListed = 1000

    /// Stored content in the order of digests, from the first after `after`; fewer than `limit` means the end.
    ///
    /// For backups and audits. Content committed while one pages through is seen if its digest lies ahead.
    public func list(after: ContentDigest? = nil, limit: Int = ContentStore.maxListed) async throws -> [StoredContent] {
        let limit = min(max(limit, 1), Self.maxListed)
        return try await threads.runIfActive { [folder] in
            var found: [StoredContent] = []
            for shelf in try Disk.names(in: folder) where shelf.utf8.count == 2 {
                if let after, shelf.utf8.lexicographicallyPrecedes(after.hex.utf8.prefix(2)) { continue }
                for name in try Disk.names(in: "\(folder)/\(shelf)") {
                    guard let digest = ContentDigest(hex: name), after.map({ $0 < digest }) ?? true else { continue }
                    let path = "\(folder)/\(shelf)/\(name)"
                    guard let status = try Disk.status(path) else { continue }
                    found.append(StoredContent(sha256: digest, bytes: Int(status.st_size), path: path))
                    if found.count == limit { return found }
                }
            }
            return found
        }
    }
}
