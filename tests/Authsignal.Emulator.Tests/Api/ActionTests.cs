using System.Net;

namespace CleanLogin.Authsignal.Emulator.Tests.Api;

public sealed class ActionTests : EmulatorTest
{
    [Fact]
    public async Task An_action_is_told_with_times_in_milliseconds()
    {
        await Api.TrackAsync("u1", Ct, key: "k1");

        var action = await Api.GetAsync("/v1/users/u1/actions/login/k1", Ct);

        action["state"].Should().Be("ALLOW");
        action["createdAt"].Should().Be("2026-01-02T03:04:05.678Z");
        action["stateUpdatedAt"].Should().Be("2026-01-02T03:04:05.678Z");
        action["verificationMethod"].Should().BeNull();
    }

    [Fact]
    public async Task A_server_can_set_the_state()
    {
        await Api.TrackAsync("u1", Ct, key: "k1");
        Time.Advance(TimeSpan.FromSeconds(1));

        var updated = await Api.PatchAsync("/v1/users/u1/actions/login/k1", new { state = "REVIEW_REQUIRED" }, Ct);

        updated["state"].Should().Be("REVIEW_REQUIRED");
        (await Api.GetAsync("/v1/users/u1/actions/login/k1", Ct))["stateUpdatedAt"].Should().Be("2026-01-02T03:04:06.678Z");
    }

    [Fact]
    public async Task A_state_that_does_not_exist_cannot_be_set()
    {
        await Api.TrackAsync("u1", Ct, key: "k1");

        var answer = await Api.PatchAsync("/v1/users/u1/actions/login/k1", new { state = "DONE" }, Ct);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        (await Api.GetAsync("/v1/users/u1/actions/login/k1", Ct))["state"].Should().Be("ALLOW");
    }

    [Theory]
    [InlineData("", new[] { "k3", "k2", "k1" })]
    [InlineData("?codes=login%2Ctransfer", new[] { "k3", "k2", "k1" })]
    [InlineData("?codes=transfer", new[] { "k2" })]
    [InlineData("?state=BLOCK", new[] { "k3" })]
    [InlineData("?fromDate=2026-01-02T03%3A05%3A00.000Z", new[] { "k3", "k2" })]
    public async Task Actions_are_found_newest_first(string query, string[] keys)
    {
        await Api.TrackAsync("u1", Ct, "login", "k1");
        Time.Advance(TimeSpan.FromMinutes(1));
        await Api.TrackAsync("u1", Ct, "transfer", "k2");
        Time.Advance(TimeSpan.FromMinutes(1));
        await Api.TrackAsync("u1", Ct, "login", "k3");
        await Api.PatchAsync("/v1/users/u1/actions/login/k3", new { state = "BLOCK" }, Ct);
        await Api.TrackAsync("u2", Ct, "login", "k4");

        var answer = await Api.GetAsync($"/v1/users/u1/actions{query}", Ct);

        answer.Json.EnumerateArray().Select(action => action.GetProperty("idempotencyKey").GetString()).Should().Equal(keys);
    }

    [Fact]
    public async Task A_query_looks_back_thirty_days_at_most()
    {
        await Api.TrackAsync("u1", Ct);
        Time.Advance(TimeSpan.FromDays(31));

        (await Api.GetAsync("/v1/users/u1/actions?fromDate=2025-01-01", Ct)).Json.GetArrayLength().Should().Be(0);
    }
}
