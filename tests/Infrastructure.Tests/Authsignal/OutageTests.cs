using System.Diagnostics;
using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Infrastructure.Tests.Authsignal;

/// <summary>A service that is down, late or talks nonsense is an answer: never an exception, never a success.</summary>
public sealed class OutageTests : AuthsignalTest
{
    public static TheoryData<string> Bodies =>
    [
        string.Empty, "null", "[]", "3", "\"text\"", "{", "{}", "<html></html>", "{\"state\":3}", "{\"state\":\"ALLOW\",\"isEnrolled\":\"yes\"}",
        "{\"isValid\":\"true\",\"state\":\"CHALLENGE_SUCCEEDED\"}", "{\"state\":\"\\ud800\"}", "{\"isValid\":true}", "{\"isValid\":true,\"state\":null}",
        "{\"isValid\":true,\"state\":\"CHALLENGE_SUCCEEDED\",\"stateUpdatedAt\":\"yesterday\"}",
        "{\"isValid\":true,\"state\":\"CHALLENGE_SUCCEEDED\",\"userId\":\"id-of-alice\"}",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_makes_no_sense_never_lets_anybody_in(string body)
    {
        var login = Tenant.Login();
        var expected = Tenant.Expect(login, await Tenant.EvaluateAsync(login, Ct));
        Break(new Fault { Status = 200, Body = body, MediaType = "application/json" });

        var decision = await Tenant.EvaluateAsync(Tenant.Login(), Ct);
        var verdict = await Tenant.VerifyAsync("token", expected, Ct);

        (decision is ProviderDecision.Block or ProviderDecision.Unavailable).Should().BeTrue();
        verdict.Should().NotBeOfType<ChallengeVerdict.Passed>();
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/html; charset=nonsense")]
    [InlineData("application/json; charset=\"\"")]
    public async Task The_media_type_does_not_matter(string mediaType)
    {
        Break(new Fault { Status = 200, Body = "{\"state\":\"BLOCK\",\"isEnrolled\":true}", MediaType = mediaType });

        (await Tenant.EvaluateAsync(Tenant.Login(), Ct)).Should().BeOfType<ProviderDecision.Block>();
    }

    public static TheoryData<int> Statuses => [301, 307, 403, 404, 429, 500, 502, 503, 504];

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task A_status_that_says_nothing_about_the_login_is_an_outage(int status)
    {
        await using var tenant = Create(Brisk);
        var login = Tenant.Login();
        var expected = Tenant.Expect(login, await tenant.EvaluateAsync(login, Ct));
        Break(new Fault { Status = status, Body = "<html></html>", MediaType = "text/html" });

        (await tenant.EvaluateAsync(Tenant.Login(), Ct)).Should().BeOfType<ProviderDecision.Unavailable>();
        (await tenant.VerifyAsync("token", expected, Ct)).Should().BeOfType<ChallengeVerdict.Unavailable>();
        (await tenant.IsAvailableAsync(Ct)).Should().BeFalse();
    }

    [Fact]
    public async Task A_dropped_connection_is_an_outage()
    {
        await using var tenant = Create(Brisk);
        Break(Fault.Dropped);

        (await tenant.EvaluateAsync(Tenant.Login(), Ct)).Should().BeOfType<ProviderDecision.Unavailable>();
    }

    [Fact]
    public async Task A_service_that_hangs_is_given_up_in_time()
    {
        await using var tenant = Create(Impatient);
        Break(Fault.Hanging);

        await InTime(async () => (await tenant.EvaluateAsync(Tenant.Login(), Ct)).Should().BeOfType<ProviderDecision.Unavailable>());
    }

    [Fact]
    public async Task A_service_that_hangs_in_the_middle_of_an_answer_is_given_up_in_time()
    {
        await using var service = new RawServer("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{");
        await using var tenant = new Tenant(service.Api, "mfa.authsignal.com", Time, Impatient);

        await InTime(async () => (await tenant.EvaluateAsync(Tenant.Login(), Ct)).Should().BeOfType<ProviderDecision.Unavailable>());
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_to_the_end()
    {
        await using var service = new RawServer(RawServer.Answer("{\"state\":\"BLOCK\",\"pad\":\"" + new string('x', 200_000) + "\"}"));
        await using var tenant = new Tenant(service.Api, "mfa.authsignal.com", Time, Impatient);

        (await tenant.EvaluateAsync(Tenant.Login(), Ct)).Should().BeOfType<ProviderDecision.Unavailable>();
    }

    [Fact]
    public async Task An_answer_that_contradicts_itself_is_none()
    {
        await using var service = new RawServer(RawServer.Answer("""{"state":"BLOCK","isEnrolled":true,"state":"ALLOW"}"""));
        await using var tenant = new Tenant(service.Api, "mfa.authsignal.com", Time, Impatient);

        (await tenant.EvaluateAsync(Tenant.Login(), Ct)).Should().BeOfType<ProviderDecision.Unavailable>();
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = new RawServer(RawServer.Answer("{\"state\":\"BLOCK\",\"isEnrolled\":true}"));
        await using var service = new RawServer($"HTTP/1.1 307 T\r\nLocation: {elsewhere.Api}\r\nContent-Length: 0\r\n\r\n");
        await using var tenant = new Tenant(service.Api, "mfa.authsignal.com", Time, Impatient);

        await tenant.EvaluateAsync(Tenant.Login(), Ct);

        elsewhere.Requests.Should().Be(0);
        service.Requests.Should().Be(1);
    }

    [Fact]
    public async Task The_callers_own_cancellation_passes_through()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        Break(Fault.Hanging);
        var call = Tenant.EvaluateAsync(Tenant.Login(), caller.Token);

        await caller.CancelAsync();

        await call.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task After_a_login_that_could_not_be_tracked_the_service_counts_as_down_until_one_can()
    {
        Break(new Fault { Path = "/actions/", Times = 3, Status = 500 });
        (await Tenant.IsAvailableAsync(Ct)).Should().BeTrue();

        await Tenant.EvaluateAsync(Tenant.Login(), Ct);
        (await Tenant.IsAvailableAsync(Ct)).Should().BeFalse();

        await Tenant.EvaluateAsync(Tenant.Login(), Ct);
        (await Tenant.IsAvailableAsync(Ct)).Should().BeTrue();
    }

    [Fact]
    public async Task A_page_in_place_of_the_service_is_not_the_service()
    {
        Break(new Fault { Status = 200, Body = "<html></html>", MediaType = "text/html" });

        (await Tenant.IsAvailableAsync(Ct)).Should().BeFalse();
    }

    // Far longer than the deadline of the timings, far shorter than no deadline at all.
    private static async Task InTime(Func<Task> call)
    {
        var watch = Stopwatch.StartNew();
        await call().WaitAsync(TimeSpan.FromSeconds(8), Ct);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(8));
    }

    private void Break(Fault fault) => Control.Configure(knobs => knobs with { Faults = [fault] });
}
