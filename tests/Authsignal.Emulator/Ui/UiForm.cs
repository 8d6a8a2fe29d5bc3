using Microsoft.AspNetCore.Mvc;

namespace CleanLogin.Authsignal.Emulator.Ui;

/// <summary>What any form of the UI may post.</summary>
internal sealed record UiForm(
    [FromForm(Name = "token")] string? Token, [FromForm(Name = "code")] string? Code, [FromForm(Name = "email")] string? Email)
{
    /// <summary>The code without the spaces that apps and mails show, and that people copy along.</summary>
    public string TypedCode => Code?.Replace(" ", string.Empty, StringComparison.Ordinal) ?? string.Empty;

    public string TypedEmail => Email?.Trim() ?? string.Empty;
}
