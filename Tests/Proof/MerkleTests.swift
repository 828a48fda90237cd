import Testing
import Proof

/// Leaves and roots are the test vectors of RFC 6962's reference implementation (certificate-transparency, merkle_tree_test).
@Suite("The Merkle tree")
struct MerkleTests {
    private static let leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"].map { Hex.decode($0)! }
    private static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    @Test("roots are those of RFC 6962", arguments: 0...8)
    func vectors(count: Int) {
        #expect(Hex.encode(Merkle.root(Array(Self.leaves.prefix(count)))) == Self.roots[count])
    }

    @Test("a leaf never passes for a node")
    func secondPreimage() {
        let (a, b) = (Self.leaves[3], Self.leaves[4])
        let node = Merkle.root([a]) + Merkle.root([b])
        #expect(Merkle.root([node]) != Merkle.root([a, b]))
    }

    @Test("order, number and content of the leaves all matter")
    func sensitivity() {
        let root = Merkle.root(Self.leaves)
        for index in Self.leaves.indices {
            var changed = Self.leaves
            changed[index].append(0)
            #expect(Merkle.root(changed) != root)
            var missing = Self.leaves
            missing.remove(at: index)
            #expect(Merkle.root(missing) != root)
        }
        var swapped = Self.leaves
        swapped.swapAt(0, 7)
        #expect(Merkle.root(swapped) != root)
        #expect(Merkle.root(Self.leaves + [Self.leaves[7]]) != root)
    }
}
