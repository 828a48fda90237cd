import Crypto

/// A Merkle tree over leaves in a fixed order, hashed as in RFC 6962 §2.1 (leaf 0x00, node 0x01), so that a leaf can
/// never pass for a node.
public enum Merkle {
    /// Root over the leaves; the hash of nothing for an empty list (RFC 6962 §2.1).
    public static func root(_ leaves: [[UInt8]]) -> [UInt8] {
        switch leaves.count {
        case 0: return Array(SHA256.hash(data: [UInt8]()))
        case 1: return Array(SHA256.hash(data: [0x00] + leaves[0]))
        default:
            var split = 1
            while split * 2 < leaves.count { split *= 2 }
            return Array(SHA256.hash(data: [0x01] + root(Array(leaves[..<split])) + root(Array(leaves[split...]))))
        }
    }
}
