using System.Text;
using CleanLogin.Application.SecurityEvents.RecordProviderEvent;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Mfa;
using CleanLogin.Infrastructure.Authsignal.Webhooks;

namespace CleanLogin.Infrastructure.Tests.Authsignal.Webhooks;

public sealed class WebhookMessagesTests
{
    private static readonly DateTimeOffset EnvelopeTime = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("authenticator.created", "createdAt", AuthenticatorChange.Added)]
    [InlineData("authenticator.updated", "updatedAt", AuthenticatorChange.Changed)]
    [InlineData("authenticator.deleted", "deletedAt", AuthenticatorChange.Removed)]
    public void What_became_of_an_authenticator_is_read(string type, string time, AuthenticatorChange change)
    {
        var batch = Read(Envelope(type, $$"""{"userId":"u1","verificationMethod":"PASSKEY","{{time}}":"2025-12-31T23:59:00.000Z"}"""));

        batch!.Tenants.Should().Equal("tenant");
        batch.Events.Should().Equal(new RecordProviderEvent(
            "event-1", change, new UserId("u1"), ProviderMethod.Parse("PASSKEY"), EnvelopeTime.AddMinutes(-1)));
    }

    [Fact]
    public void Without_a_time_of_its_own_the_envelopes_counts() =>
        Read(Envelope("authenticator.created", """{"userId":"u1"}"""))!.Events.Single().At.Should().Be(EnvelopeTime);

    [Fact]
    public void Values_that_are_no_text_harm_nobody()
    {
        const string Data = """{"userId":"u1","verificationMethod":7,"createdAt":[1],"more":{"a":[true,null,1.5]},"email":false}""";

        var happened = Read(Envelope("authenticator.created", Data))!.Events.Single();

        happened.Method.ToString().Should().Be("unknown");
        happened.At.Should().Be(EnvelopeTime);
    }

    [Fact]
    public void A_batch_is_read_to_its_end()
    {
        var first = Envelope("action.log_created", "{}").Replace("\"data\"", "\"record\"", StringComparison.Ordinal);
        var second = Envelope("authenticator.deleted", """{"userId":"u2"}""").Replace("\"data\"", "\"record\"", StringComparison.Ordinal);

        var batch = Read($$"""{"records":[{{first}},{{second}}]}""");

        batch!.Tenants.Should().HaveCount(2);
        batch.Events.Single().User.Value.Should().Be("u2");
    }

    [Theory]
    [InlineData("authenticator.renamed", """{"userId":"u1"}""")]
    [InlineData("email.created", """{"userId":"u1","code":"123456"}""")]
    [InlineData("authenticator.created", """{"userId":".."}""")]
    [InlineData("authenticator.created", """{"userId":7}""")]
    [InlineData("authenticator.created", "[]")]
    [InlineData("authenticator.created", "null")]
    public void What_is_of_no_interest_is_passed_over(string type, string data) => Read(Envelope(type, data))!.Events.Should().BeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData("""{"records":[]}""")]
    [InlineData("""{"records":{}}""")]
    [InlineData("""{"records":[7]}""")]
    [InlineData("""{"records":[null]}""")]
    [InlineData("""{"id":7,"tenantId":"tenant","type":"authenticator.created"}""")]
    [InlineData("""{"id":"","tenantId":"tenant","type":"authenticator.created"}""")]
    [InlineData("""{"id":"\ud800","tenantId":"tenant","type":"authenticator.created"}""")]
    [InlineData("""{"id":"event-1","type":"authenticator.created"}""")]
    [InlineData("""{"id":"event-1","tenantId":"tenant"}""")]
    public void What_is_no_event_is_not_taken_for_one(string body) => Read(body).Should().BeNull();

    [Fact]
    public void An_id_that_cannot_be_remembered_is_not_taken() =>
        Read(Envelope("authenticator.created", "{}").Replace("event-1", new string('x', 101), StringComparison.Ordinal)).Should().BeNull();

    [Fact]
    public void A_body_of_great_depth_is_not_followed_down() =>
        Read(Envelope("authenticator.created", new string('[', 1000) + new string(']', 1000))).Should().BeNull();

    private static WebhookBatch? Read(string body) => WebhookMessages.Read(Encoding.UTF8.GetBytes(body));

    private static string Envelope(string type, string data) =>
        $$"""{"version":1,"id":"event-1","source":"https://authsignal.com","time":"2026-01-01T00:00:00.000Z","tenantId":"tenant","type":"{{type}}","data":{{data}}}""";
}
