import Rules
import Testing
import Wire

@Suite struct IdentityBodiesTests {
    @Test("a token's answer is token and expiry")
    func token() throws {
        #expect(try JSONShape(of: TokenAnswer(token: "t", expiresAt: "2026-11-23T08:00:00+07:00")).keys == ["token", "expiresAt"])
    }

    @Test("who has no title says null")
    func me() throws {
        let shape = try JSONShape(of: Me(id: UserID("u1")!, username: "u", name: "N", title: nil, role: .secretary, bodies: [.init(bodyId: BodyID("b")!, role: .secretary)]))
        #expect(shape.keys == ["id", "username", "name", "title", "role", "bodies"])
        #expect(shape.isNull("title"))
    }

    @Test("a user is created from four fields")
    func newUser() throws {
        let user = try decoded(NewUser.self, #"{"username":"a","name":"A","role":"member","password":"p"}"#)
        #expect(user.title == nil)
        #expect(user.unitId == nil)
        #expect(user.role == .member)
    }

    @Test("an account never shows a password")
    func account() throws {
        let shape = try JSONShape(of: UserAccount(id: UserID("u1")!, username: "u", name: "N", title: nil, role: .admin, unitId: nil, disabled: false))
        #expect(shape.keys == ["id", "username", "name", "title", "role", "unitId", "disabled"])
    }

    @Test("a member's weight may be left out")
    func putMember() throws {
        let member = try decoded(PutMember.self, #"{"role":"viceChairman"}"#)
        #expect(member.role == .viceChairman)
        #expect(member.weight == nil)
    }

    @Test("a body without rules leaves them to the server")
    func newBody() throws {
        #expect(try decoded(NewBody.self, #"{"name":"UBND"}"#).rules == nil)
    }
}
