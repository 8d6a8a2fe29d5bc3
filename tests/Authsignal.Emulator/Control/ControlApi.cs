using System.Text.Json;
using System.Text.Json.Nodes;

namespace CleanLogin.Authsignal.Emulator.Control;

/// <summary><see cref="EmulatorControl"/> by HTTP, for whoever runs the emulator in a process of its own.</summary>
internal static class ControlApi
{
    private static readonly object NoReceiver = new { error = "Set the knob webhookUrl first." };

    public static void MapControlApi(this IEndpointRouteBuilder routes)
    {
        var control = routes.MapGroup("/control").AddEndpointFilter<LoopbackOnly>();
        control.MapGet("/knobs", (EmulatorControl emulator) => Json(emulator.Knobs));
        control.MapPatch("/knobs", (HttpContext context, EmulatorControl emulator) => WithBodyAsync<JsonObject>(context, patch =>
            Json(emulator.Configure(knobs => MergePatch.Apply(knobs, patch, ControlJson.Options)))));
        control.MapPost("/users", (HttpContext context, EmulatorControl emulator) => WithBodyAsync<SeedUser>(context, seed =>
            Json(emulator.Seed(seed))));
        control.MapPost("/actions/complete", (HttpContext context, EmulatorControl emulator) =>
            WithBodyAsync<CompletedAction>(context, action =>
                emulator.Complete(action) is { } token ? Json(new { token }) : Results.NotFound()));
        control.MapPost("/passkeys/sign-in", (HttpContext context, EmulatorControl emulator) =>
            WithBodyAsync<PasskeyUse>(context, use => emulator.SignInByPasskey(use.UserId, use.Action, use.IdempotencyKey) is { } token
                ? Json(new { token })
                : Results.NotFound()));
        control.MapGet("/emails", (EmulatorControl emulator) => Json(emulator.Emails));
        control.MapGet("/emails/last", (string? userId, EmulatorControl emulator) =>
            emulator.LastEmail(userId) is { } email ? Json(email) : Results.NotFound());
        control.MapGet("/requests", (EmulatorControl emulator) => Json(emulator.Requests));
        control.MapGet("/webhooks", (EmulatorControl emulator) => Json(emulator.Webhooks));
        control.MapPost("/webhooks", (HttpContext context, EmulatorControl emulator) =>
            WithBodyAsync<WebhookToSend>(context, async webhook =>
                await emulator.SendWebhookAsync(webhook, context.RequestAborted) is { } delivery
                    ? Json(delivery)
                    : Results.Conflict(NoReceiver)));
        control.MapPost("/webhooks/wait", async (HttpContext context, EmulatorControl emulator) =>
        {
            await emulator.WebhooksSentAsync(context.RequestAborted);
            return Json(emulator.Webhooks);
        });
        control.MapPost("/reset", (EmulatorControl emulator) =>
        {
            emulator.Reset();
            return Results.NoContent();
        });
    }

    private static Task<IResult> WithBodyAsync<T>(HttpContext context, Func<T, IResult> answer) =>
        WithBodyAsync<T>(context, body => Task.FromResult(answer(body)));

    private static async Task<IResult> WithBodyAsync<T>(HttpContext context, Func<T, Task<IResult>> answer)
    {
        try
        {
            var body = await JsonSerializer.DeserializeAsync<T>(context.Request.Body, ControlJson.Options, context.RequestAborted);
            return body is null ? Results.BadRequest() : await answer(body);
        }
        catch (JsonException exception)
        {
            return Results.BadRequest(new { error = exception.Message });
        }
    }

    private static IResult Json<T>(T value) => Results.Json(value, ControlJson.Options);
}
