import Testing
import Wire

@Suite struct ProblemTests {
    @Test("a problem has the members of RFC 9457 and the house's code")
    func members() throws {
        let problem = Problem(title: "Không hợp lệ", status: 422, detail: "Thiếu tên.", code: "request.invalid", errors: [.init(pointer: "/title", detail: "Bắt buộc.")])
        let shape = try JSONShape(of: problem)
        #expect(shape.keys == ["type", "title", "status", "detail", "code", "errors"])
        #expect(shape.members["type"] as? String == "about:blank")
    }

    @Test("no field in question, no errors")
    func withoutErrors() throws {
        #expect(try JSONShape(of: Problem(title: "", status: 404, detail: "", code: "not-found")).keys.contains("errors") == false)
    }

    @Test("a foreign problem with a title alone is readable")
    func foreign() throws {
        let problem = try decoded(Problem.self, #"{"title":"Bad Gateway","instance":"/x"}"#)
        #expect(problem.title == "Bad Gateway")
        #expect(problem.status == 0)
        #expect(problem.code == nil)
    }
}
