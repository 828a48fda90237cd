/// The rules say no. The code is stable for ever (contract §2); the sentence is made from code and parameters when it
/// is read, in the reader's language (`Templates/locales`).
public struct Refusal: Error, Hashable, Sendable {
    public struct Field: Hashable, Sendable {
        /// RFC 6901 pointer into the request, for example `/title`.
        public var pointer: String
        /// Key of the sentence, for example `field.required`.
        public var reason: String
        public var parameters: [String: String]
        public init(pointer: String, reason: String, parameters: [String: String] = [:]) {
            self.pointer = pointer
            self.reason = reason
            self.parameters = parameters
        }
    }

    public var code: Code
    /// What fills the sentence: numbers, names of rules; never a secret.
    public var parameters: [String: String]
    public var fields: [Field]

    public init(_ code: Code, _ parameters: [String: String] = [:], fields: [Field] = []) {
        self.code = code
        self.parameters = parameters
        self.fields = fields
    }

    /// One field of the request is not acceptable: `request.invalid`.
    public static func invalid(_ pointer: String, _ reason: String, _ parameters: [String: String] = [:]) -> Refusal {
        Refusal(.requestInvalid, fields: [.init(pointer: pointer, reason: reason, parameters: parameters)])
    }
}
