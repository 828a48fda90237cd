import Foundation

/// JSON Web Key Set (RFC 7517) of the server's Ed25519 keys (RFC 8037).
struct ServerKeys: Encodable {
    struct Key: Encodable {
        var kty = "OKP"
        var crv = "Ed25519"
        var use = "sig"
        var alg = "EdDSA"
        var kid: String
        /// base64url of the raw key.
        var x: String

        init(kid: String, x: [UInt8]) {
            self.kid = kid
            self.x = Data(x).base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
                .replacingOccurrences(of: "=", with: "")
        }
    }
    var keys: [Key]
}

/// Body of `PUT /users/{id}/password`.
struct NewPassword: Decodable {
    var password: String
}

/// Body of `PUT /me/password`.
struct OwnPassword: Decodable {
    var current: String
    var password: String
}
