namespace CleanLogin.Authsignal.Emulator.Tests.Api;

public sealed class UserTests : EmulatorTest
{
    [Fact]
    public async Task Somebody_never_seen_is_a_user_who_is_not_enrolled()
    {
        var user = await Api.GetAsync("/v1/users/stranger", Ct);

        user.Flag("isEnrolled").Should().BeFalse();
        user["email"].Should().BeNull();
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("POST")]
    public async Task An_update_changes_what_it_names_and_echoes_the_rest(string method)
    {
        await Api.PatchAsync("/v1/users/u1", new { email = "old@example.org", displayName = "Uma" }, Ct);

        var updated = await Api.SendAsync(method, "/v1/users/u1", "{\"email\":\"new@example.org\",\"custom\":{\"vip\":true}}", Ct);

        updated["userId"].Should().Be("u1");
        updated["email"].Should().Be("new@example.org");
        updated["displayName"].Should().Be("Uma");
        updated.Json.GetProperty("custom").GetProperty("vip").GetBoolean().Should().BeTrue();
    }

    [Theory]
    [InlineData(true, "new@example.org")]
    [InlineData(false, "old@example.org")]
    public async Task Only_a_verified_address_moves_the_e_mail_authenticators(bool emailVerified, string expected)
    {
        await Api.PostAsync("/v1/users/u1/authenticators", new { verificationMethod = "EMAIL_OTP", email = "old@example.org" }, Ct);

        await Api.PatchAsync("/v1/users/u1", new { email = "new@example.org", emailVerified }, Ct);

        var list = await Api.GetAsync("/v1/users/u1/authenticators", Ct);
        list.Json[0].GetProperty("email").GetString().Should().Be(expected);
    }

    [Fact]
    public async Task A_deleted_user_leaves_nothing_behind()
    {
        await Api.PostAsync("/v1/users/u1/authenticators", new { verificationMethod = "SMS", phoneNumber = "+15550100" }, Ct);
        await Api.TrackAsync("u1", Ct);

        (await Api.DeleteAsync("/v1/users/u1", Ct)).Flag("success").Should().BeTrue();

        (await Api.GetAsync("/v1/users/u1", Ct)).Flag("isEnrolled").Should().BeFalse();
        (await Api.GetAsync("/v1/users/u1/authenticators", Ct)).Json.GetArrayLength().Should().Be(0);
        (await Api.GetAsync("/v1/users/u1/actions", Ct)).Json.GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_query_is_answered_page_by_page()
    {
        foreach (var id in new[] { "u1", "u2", "u3" })
        {
            await Api.PatchAsync($"/v1/users/{id}", new { username = "twin" }, Ct);
        }

        var first = await Api.GetAsync("/v1/users?username=twin&limit=2", Ct);
        var second = await Api.GetAsync($"/v1/users?username=twin&limit=2&lastEvaluatedUserId={first["lastEvaluatedUserId"]}", Ct);

        Ids(first).Should().Equal("u1", "u2");
        Ids(second).Should().Equal("u3");
        second["lastEvaluatedUserId"].Should().BeNull();

        static IEnumerable<string?> Ids(ApiAnswer page) =>
            page.Json.GetProperty("users").EnumerateArray().Select(user => user.GetProperty("userId").GetString());
    }
}
