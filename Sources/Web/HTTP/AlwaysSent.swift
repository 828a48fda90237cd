import Cabinet
import HTTPTypes

/// The header fields of every answer; no route sets these itself.
enum AlwaysSent {
    private static let fields = [
        HTTPField(
            name: .contentSecurityPolicy,
            value: "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"),
        HTTPField(name: .xContentTypeOptions, value: "nosniff"),
        HTTPField(name: .referrerPolicy, value: "same-origin"),
        HTTPField(name: .permissionsPolicy, value: "camera=(self), microphone=(), geolocation=(self)"),
    ]
    private static let onlyTLS = HTTPField(name: .strictTransportSecurity, value: "max-age=31536000")
    private static let noStore = HTTPField(name: .cacheControl, value: "no-store")

    static func newRequestID(_ surroundings: Surroundings) -> String { String(surroundings.newID().prefix(12)) }

    static func add(to headers: inout HTTPFields, requestID: String, secure: Bool) {
        if !headers.contains(.cacheControl) { headers.append(noStore) }
        for field in fields { headers.append(field) }
        if secure { headers.append(onlyTLS) }
        headers.append(HTTPField(name: .requestID, value: requestID))
    }
}

extension HTTPField.Name {
    static let requestID = HTTPField.Name("X-Request-Id")!
    static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
    static let permissionsPolicy = HTTPField.Name("Permissions-Policy")!
}
