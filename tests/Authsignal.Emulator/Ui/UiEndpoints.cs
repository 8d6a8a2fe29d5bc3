using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;

namespace CleanLogin.Authsignal.Emulator.Ui;

internal static class UiEndpoints
{
    public static void AddPrebuiltUi(this IServiceCollection services)
    {
        services.AddSingleton<ScreenSet>();
        services.AddSingleton<UiSessions>();
        services.AddSingleton<UiFlow>();
    }

    /// <summary>
    /// Forms carry no antiforgery token: the action's token in each of them is a secret of this very sign-in,
    /// which another site does not have.
    /// </summary>
    public static void MapPrebuiltUi(this IEndpointRouteBuilder routes)
    {
        var ui = routes.MapGroup(string.Empty).AddEndpointFilter<UiHeaders>().DisableAntiforgery();
        ui.MapGet("/", (string? token, string? method, [FromQuery(Name = "force_enrollment")] bool? forced, UiFlow flow) =>
            flow.Show(token, method, mayQuit: forced is not true));
        ui.MapPost("/enrol/totp", ([FromForm] string? token, [FromForm] string? code, UiFlow flow) => flow.EnrolTotp(token, Typed(code)));
        ui.MapPost("/enrol/email", ([FromForm] string? token, [FromForm] string? email, UiFlow flow) => flow.EnrolEmail(token, Typed(email)));
        ui.MapPost("/enrol/email/code", ([FromForm] string? token, [FromForm] string? code, UiFlow flow) => flow.EnrolEmailCode(token, Typed(code)));
        ui.MapPost("/challenge/totp", ([FromForm] string? token, [FromForm] string? code, UiFlow flow) => flow.ChallengeTotp(token, Typed(code)));
        ui.MapPost("/challenge/email", ([FromForm] string? token, UiFlow flow) => flow.SendChallengeEmail(token));
        ui.MapPost("/challenge/email/code", ([FromForm] string? token, [FromForm] string? code, UiFlow flow) => flow.ChallengeEmailCode(token, Typed(code)));
        ui.MapPost("/challenge/recovery", ([FromForm] string? token, [FromForm] string? code, UiFlow flow) => flow.ChallengeRecovery(token, Typed(code)));
        ui.MapPost("/quit", ([FromForm] string? token, UiFlow flow) => flow.Quit(token));
        ui.MapPost("/deny", ([FromForm] string? token, UiFlow flow) => flow.Deny(token));
        ui.MapPost("/leave", ([FromForm] string? token, UiFlow flow) => flow.Leave(token));
        ui.MapGet("/emulator.css", () => Results.Stream(
            typeof(UiEndpoints).Assembly.GetManifestResourceStream("emulator.css")!, MediaTypeNames.Text.Css));
    }

    /// <summary>People copy codes with the spaces that apps and mails show.</summary>
    private static string Typed(string? text) => text?.Replace(" ", string.Empty, StringComparison.Ordinal) ?? string.Empty;
}
