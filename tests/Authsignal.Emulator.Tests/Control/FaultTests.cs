using System.Net;
using CleanLogin.Authsignal.Emulator.Knobs;

namespace CleanLogin.Authsignal.Emulator.Tests.Control;

public sealed class FaultTests : EmulatorTest
{
    [Theory]
    [InlineData(429, "too_many_requests")]
    [InlineData(500, "internal_server_error")]
    [InlineData(503, "internal_server_error")]
    [InlineData(403, "invalid_request")]
    public async Task Any_status_can_be_answered(int status, string code)
    {
        Arm(Fault.Answering(status) with { RetryAfter = 7 });

        var answer = await Api.TrackAsync("u1", Ct);

        ((int)answer.Status).Should().Be(status);
        answer["errorCode"].Should().Be(code);
        answer.RetryAfter.Should().Be("7");
    }

    [Fact]
    public async Task A_gateway_answers_in_html()
    {
        Arm(Fault.HtmlBadGateway);

        var answer = await Api.TrackAsync("u1", Ct);

        answer.Status.Should().Be(HttpStatusCode.BadGateway);
        answer.MediaType.Should().Be("text/html");
        answer.Body.Should().StartWith("<html>");
    }

    [Fact]
    public async Task Json_can_be_called_text()
    {
        Control.Configure(knobs => knobs with { MediaType = "text/plain" });

        var answer = await Api.TrackAsync("u1", Ct);

        answer.MediaType.Should().Be("text/plain");
        answer["state"].Should().Be("ALLOW");
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_connection_can_break_before_or_after_the_request_was_carried_out(bool carriedOut, int actions)
    {
        Arm(Fault.Dropped with { CarriedOut = carriedOut, Times = 1 });

        var track = async () => await Api.TrackAsync("u1", Ct);

        await track.Should().ThrowAsync<HttpRequestException>();
        (await Api.GetAsync("/v1/users/u1/actions", Ct)).Json.GetArrayLength().Should().Be(actions);
    }

    [Fact]
    public async Task A_hanging_request_ends_when_the_client_gives_up()
    {
        Arm(Fault.Hanging);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        var track = async () => await Api.TrackAsync("u1", patience.Token);

        await track.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_late_answer_is_the_real_one()
    {
        Arm(new Fault { Delay = TimeSpan.FromMilliseconds(50) });
        var started = TimeProvider.System.GetTimestamp();

        var answer = await Api.TrackAsync("u1", Ct);

        answer["state"].Should().Be("ALLOW");
        TimeProvider.System.GetElapsedTime(started).Should().BeGreaterThan(TimeSpan.FromMilliseconds(45));
    }

    [Fact]
    public async Task A_fault_hits_what_it_names_as_often_as_it_says()
    {
        Arm(Fault.Answering(500) with { Method = "GET", Path = "/authenticators", Times = 2 });

        (await Api.TrackAsync("u1", Ct)).Status.Should().Be(HttpStatusCode.OK);
        (await Api.GetAsync("/v1/users/u1", Ct)).Status.Should().Be(HttpStatusCode.OK);
        (await Api.GetAsync("/v1/users/u1/authenticators", Ct)).Status.Should().Be(HttpStatusCode.InternalServerError);
        (await Api.GetAsync("/v1/users/u1/authenticators", Ct)).Status.Should().Be(HttpStatusCode.InternalServerError);
        (await Api.GetAsync("/v1/users/u1/authenticators", Ct)).Status.Should().Be(HttpStatusCode.OK);
    }

    private void Arm(Fault fault) => Control.Configure(knobs => knobs with { Faults = [fault] });
}
