namespace CleanLogin.Authsignal.Emulator.Tests.Api;

public sealed class EscapingTests : EmulatorTest
{
    public static TheoryData<string> Ids =>
    [
        "a/b", "a?b=c", "a#b", "100%", "a+b", "a:b", "auth0|123", "a@b.c", "a\\b", "a b", "über", "a%2Fb", "a%252Fb", "../admin",
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Every_id_survives_the_way_through_path_token_and_query(string id)
    {
        var segment = Uri.EscapeDataString(id);
        await Api.PatchAsync($"/v1/users/{segment}", new { email = "who@example.org" }, Ct);
        var track = await Api.PostAsync($"/v1/users/{segment}/actions/login", new { idempotencyKey = id }, Ct);

        var validated = await Api.ValidateAsync(track.Token, Ct);
        var found = await Api.GetAsync("/v1/users?email=who%40example.org", Ct);
        var action = await Api.GetAsync($"/v1/users/{segment}/actions/login/{segment}", Ct);

        validated["userId"].Should().Be(id);
        validated["idempotencyKey"].Should().Be(id);
        found.Json.GetProperty("users").EnumerateArray().Single().GetProperty("userId").GetString().Should().Be(id);
        action["idempotencyKey"].Should().Be(id);
    }

    [Fact]
    public async Task An_escaped_slash_and_the_literal_text_of_its_escape_are_two_users()
    {
        await Api.PatchAsync("/v1/users/a%2Fb", new { displayName = "slash" }, Ct);
        await Api.PatchAsync("/v1/users/a%252Fb", new { displayName = "text" }, Ct);

        (await Api.GetAsync("/v1/users/a%2Fb", Ct))["displayName"].Should().Be("slash");
        (await Api.GetAsync("/v1/users/a%252Fb", Ct))["displayName"].Should().Be("text");
    }

    [Theory]
    [InlineData("a%2Bb%40c.d", "a+b@c.d")]
    [InlineData("two+words", "two words")]
    public async Task Query_values_are_decoded_as_forms_are(string query, string email)
    {
        await Api.PatchAsync("/v1/users/u1", new { email }, Ct);

        var found = await Api.GetAsync($"/v1/users?email={query}", Ct);

        found.Json.GetProperty("users").GetArrayLength().Should().Be(1);
    }
}
