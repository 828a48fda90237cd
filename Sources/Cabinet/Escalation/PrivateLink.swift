import Crypto
import Foundation

/// The private link of a report: 256 random bits, told once, kept as their SHA-256.
public enum PrivateLink {
    static let bytes = 32

    /// base64url, 43 characters.
    public static func make(_ random: (Int) -> [UInt8]) -> String {
        Data(random(bytes)).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    public static func hash(_ secret: String) -> [UInt8] { Array(SHA256.hash(data: Array(secret.utf8))) }
}
