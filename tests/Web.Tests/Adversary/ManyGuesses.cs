using System.Net;
using System.Text;
using CleanLogin.Web.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace CleanLogin.Web.Tests.Adversary;

/// <summary>A program that posts forms over and over, with any name and from any address.</summary>
internal sealed class ManyGuesses
{
    private readonly LoginServer _server;
    private readonly string _cookies;
    private readonly string _antiforgery;

    private ManyGuesses(LoginServer server, string cookies, string antiforgery) =>
        (_server, _cookies, _antiforgery) = (server, cookies, antiforgery);

    public static async Task<ManyGuesses> AgainstAsync(LoginServer server)
    {
        using var visitor = server.NewPerson();
        await visitor.OpenAsync("/Account/Login");
        var antiforgery = visitor.Document.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        return new ManyGuesses(server, string.Join("; ", visitor.Cookies.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")), antiforgery);
    }

    /// <summary>The status of the answer: 200 where the password was checked and wrong, 429 where it was not checked.</summary>
    public Task<int> GuessAsync(string name, string address, string password = "wrong") => PostAsync(
        "/Account/Login", $"Input.Username={Uri.EscapeDataString(name)}&Input.Password={Uri.EscapeDataString(password)}", address);

    /// <summary>The status of the answer: 200 where a mail may be on its way, 429 where nothing was done.</summary>
    public Task<int> AskForMailAsync(string name, string address) =>
        PostAsync("/Account/ForgotPassword", $"Input.Name={Uri.EscapeDataString(name)}", address);

    private async Task<int> PostAsync(string path, string fields, string address)
    {
        var form = $"{fields}&__RequestVerificationToken={Uri.EscapeDataString(_antiforgery)}";
        var answer = await _server.Server.SendAsync(context =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(address);
            context.Request.Method = HttpMethods.Post;
            context.Request.Scheme = "https";
            context.Request.Host = new HostString(LoginServer.Address.Authority);
            context.Request.Path = path;
            context.Request.ContentType = "application/x-www-form-urlencoded";
            context.Request.Headers.Cookie = _cookies;
            context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(form));
            context.Request.ContentLength = context.Request.Body.Length;
        });
        return answer.Response.StatusCode;
    }
}
