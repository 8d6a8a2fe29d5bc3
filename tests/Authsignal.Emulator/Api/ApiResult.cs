using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Api;

internal sealed record ApiResult(int Status, object Body)
{
    public static ApiResult Ok(object body) => new(StatusCodes.Status200OK, body);

    public static ApiResult Refuse(int status, string code, string description) => new(status, new ErrorResponse(code, description));

    public static ApiResult Invalid(string description) => Refuse(StatusCodes.Status400BadRequest, ErrorCodes.InvalidRequest, description);

    public static ApiResult NotFound(string description) => Refuse(StatusCodes.Status404NotFound, ErrorCodes.NotFound, description);
}
