import Rules
import Testing

@testable import Web

@Suite("Signing in")
struct SignInFormTests {
    @Test("nobody is sent to another site", arguments: ["https://evil.example/", "//evil.example/", "/\\evil.example", "evil", "", "/sign-out", "/a\nb"])
    func elsewhere(next: String) {
        #expect(SignInForm.safe(next) == "/")
    }

    @Test("one comes back to where one was", arguments: ["/", "/meetings/7?doc=9&page=2"])
    func back(next: String) {
        #expect(SignInForm.safe(next) == next)
    }

    @Test("a form is read as browsers send it")
    func fields() throws {
        let fields = try SignInForm.fields("username=nguyen.an&password=a%26b+c%3D%C4%91&next=%2Fmeetings%2F7")
        #expect(fields == ["username": "nguyen.an", "password": "a&b c=đ", "next": "/meetings/7"])
    }

    @Test("broken percent signs are refused")
    func broken() {
        #expect(throws: Refusal.self) { try SignInForm.fields("username=%zz") }
    }
}
