import Testing
@Test("the build works") func works() { #expect(Bool(true)) }
